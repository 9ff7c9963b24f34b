// The same loop of requests as Sources/Loop, in plain C: what libcurl costs by itself.
//
//     loop URL IN-FLIGHT REQUESTS [CA-FILE]
//
// As many easy handles as are in flight send their share one after the other, each over and over
// again with what was set once; answers are collected in memory, head and body. A tenth as many
// requests, at least one of each handle, go ahead unmeasured. With a CA file the requests go by HTTP/2.
// Prints, with tabs between: processor time a request in µs, requests a second, new connections.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FD = 20000, MAX_CONNECTIONS = 4 };

struct buffer {
  char *bytes;
  size_t count, capacity;
};

struct transfer {
  CURL *easy;
  struct buffer head, body;
  long left;
};

static CURLM *multi;
static int epoll_fd, in_flight;
static char is_watched[MAX_FD];
static long timeout = -1; // in ms since it was set; -1 for none
static struct timespec set_at;
static long connections, answered;
static curl_off_t waited; // in µs

static void fail(const char *why) {
  fprintf(stderr, "loop: %s\n", why);
  exit(1);
}

static size_t take(char *bytes, size_t size, size_t count, void *user) {
  struct buffer *buffer = user;
  size_t more = size * count;
  if (buffer->count + more > buffer->capacity) {
    buffer->capacity = 2 * (buffer->count + more);
    buffer->bytes = realloc(buffer->bytes, buffer->capacity);
    if (!buffer->bytes) fail("no memory");
  }
  memcpy(buffer->bytes + buffer->count, bytes, more);
  buffer->count += more;
  return more;
}

static int on_socket(CURL *easy, curl_socket_t fd, int what, void *user, void *socket_user) {
  (void)easy, (void)user, (void)socket_user;
  if (fd >= MAX_FD) fail("too many descriptors");
  if (what == CURL_POLL_REMOVE) {
    if (is_watched[fd]) epoll_ctl(epoll_fd, EPOLL_CTL_DEL, fd, NULL);
    is_watched[fd] = 0;
    return 0;
  }
  struct epoll_event event = {.data.fd = fd};
  if (what & CURL_POLL_IN) event.events |= EPOLLIN;
  if (what & CURL_POLL_OUT) event.events |= EPOLLOUT;
  if (epoll_ctl(epoll_fd, is_watched[fd] ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) != 0)
    fail("epoll_ctl");
  is_watched[fd] = 1;
  return 0;
}

static int on_timer(CURLM *all, long milliseconds, void *user) {
  (void)all, (void)user;
  timeout = milliseconds;
  if (timeout > 0) clock_gettime(CLOCK_MONOTONIC, &set_at);
  return 0;
}

static int milliseconds_left(void) {
  if (timeout <= 0) return (int)timeout;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long gone = (now.tv_sec - set_at.tv_sec) * 1000 + (now.tv_nsec - set_at.tv_nsec) / 1000000;
  return gone >= timeout ? 0 : (int)(timeout - gone);
}

static void start(struct transfer *transfer) {
  transfer->head.count = transfer->body.count = 0;
  if (curl_multi_add_handle(multi, transfer->easy) != CURLM_OK) fail("curl_multi_add_handle");
}

static void finish(struct transfer *transfer, CURLcode code) {
  long status = 0, connects = 0;
  curl_off_t total = 0;
  curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(transfer->easy, CURLINFO_TOTAL_TIME_T, &total);
  curl_easy_getinfo(transfer->easy, CURLINFO_NUM_CONNECTS, &connects);
  if (code != CURLE_OK) fail(curl_easy_strerror(code));
  if (status != 200 || transfer->head.count == 0 || transfer->body.count == 0) fail("no answer");
  connections += connects;
  waited += total;
  answered += 1;
  curl_multi_remove_handle(multi, transfer->easy);
  if (--transfer->left > 0) {
    start(transfer);
  } else {
    in_flight -= 1;
  }
}

static void act(curl_socket_t fd, int mask) {
  int running, queued;
  curl_multi_socket_action(multi, fd, mask, &running);
  for (CURLMsg *message; (message = curl_multi_info_read(multi, &queued));) {
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    struct transfer *transfer;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&transfer);
    finish(transfer, code);
  }
}

static int mask(unsigned events) {
  int mask = 0;
  if (events & (EPOLLIN | EPOLLHUP)) mask |= CURL_CSELECT_IN;
  if (events & EPOLLOUT) mask |= CURL_CSELECT_OUT;
  if (events & EPOLLERR) mask |= CURL_CSELECT_ERR;
  return mask;
}

// Sends `requests` by all transfers together and waits for the last answer.
static void run(struct transfer *all, int count, long requests) {
  in_flight = count;
  for (int i = 0; i < count; i++) {
    all[i].left = requests / count;
    start(&all[i]);
  }
  while (in_flight > 0) {
    struct epoll_event events[256];
    int ready = epoll_wait(epoll_fd, events, 256, milliseconds_left());
    for (int i = 0; i < ready; i++) act(events[i].data.fd, mask(events[i].events));
    if (timeout >= 0 && milliseconds_left() == 0) {
      timeout = -1;
      act(CURL_SOCKET_TIMEOUT, 0);
    }
  }
}

static void set_up(struct transfer *transfer, const char *url, const char *authority,
                   struct curl_slist *headers) {
  CURL *easy = transfer->easy = curl_easy_init();
  if (!easy) fail("no memory");
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "linkage");
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer->body);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer->head);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  if (!authority) {
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    return;
  }
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_CAINFO, authority);
  curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
}

static double processor_time(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count < 4) fail("usage: loop URL IN-FLIGHT REQUESTS [CA-FILE]");
  int width = atoi(arguments[2]);
  long requests = atol(arguments[3]);
  const char *authority = count > 4 ? arguments[4] : NULL;
  if (width < 1 || requests < width) fail("too few requests");

  curl_global_init(CURL_GLOBAL_DEFAULT);
  multi = curl_multi_init();
  epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, on_socket);
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, on_timer);
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)width);
  if (authority) curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)MAX_CONNECTIONS);
  struct curl_slist *headers = curl_slist_append(NULL, "Accept: application/json");
  struct transfer *all = calloc((size_t)width, sizeof *all);
  if (!all || !headers) fail("no memory");
  for (int i = 0; i < width; i++) set_up(&all[i], arguments[1], authority, headers);

  run(all, width, requests / 10 > width ? requests / 10 : width);
  answered = 0;
  double start = seconds(), used = processor_time();
  run(all, width, requests);
  used = processor_time() - used;
  double lasted = seconds() - start;
  printf("%.3f\t%.0f\t%ld\n", used / (double)answered, (double)answered / lasted, connections);
  return 0;
}
