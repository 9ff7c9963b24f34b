#ifndef LINKAGE_CLOOP_H
#define LINKAGE_CLOOP_H

#include <malloc.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

// At most 15 characters; shown by debuggers and top.
static inline void cloop_name_thread(const char *name) {
  prctl(PR_SET_NAME, name, 0, 0, 0);
}

// One heap for all threads, and what is large apart from it, so that it can be given back.
static inline void cloop_share_heap(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

// Gives freed memory back to the system, which libc does by itself only at the heap's end.
static inline void cloop_release_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
