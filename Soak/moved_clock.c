// Stands between a program and the machine's clock (LD_PRELOAD): adds the seconds that the file MOVED_CLOCK holds, as text, to
// the clock that can be set. The clocks that nobody can set go on as they are.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long moved_seconds(void) {
  const char *path = getenv("MOVED_CLOCK");
  char text[32] = {0};
  int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  return count > 0 ? strtol(text, NULL, 10) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *moment) {
  long failed = syscall(SYS_clock_gettime, clock, moment);
  if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) moment->tv_sec += moved_seconds();
  return (int)failed;
}

int gettimeofday(struct timeval *restrict moment, void *restrict zone) {
  struct timespec precise;
  (void)zone;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  moment->tv_sec = precise.tv_sec;
  moment->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *moment) {
  struct timespec precise;
  if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
  if (moment) *moment = precise.tv_sec;
  return precise.tv_sec;
}
