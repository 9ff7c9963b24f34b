#ifndef LINKAGE_CLOOP_H
#define LINKAGE_CLOOP_H

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

// At most 15 characters; shown by debuggers and top.
static inline void cloop_name_thread(const char *name) {
  prctl(PR_SET_NAME, name, 0, 0, 0);
}

#endif
