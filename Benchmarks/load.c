// A load for the desk on one machine: a sea of moving ships as AIS sentences, and browsers that watch it.
//
//   load sea SHIPS ROUNDS SEED               prints so many rounds of reports of so many ships
//   load watch HOST:PORT TOKEN FEEDPORT SHIPS STREAMS SECONDS STALLED
//       sends each ship's report once every ten seconds to udp 127.0.0.1:FEEDPORT, keeps STREAMS event streams open, each
//       with a view of its own, of which STALLED stop reading, and prints what it saw as JSON. "Behind" is the time from
//       the sending of a ship's report to the reading of the bytes that show it: one process does both, by one clock.
//   load ask HOST:PORT TOKEN CLIENTS REQUESTS < PATHS
//       asks for each path so many times from so many clients at once, and prints the milliseconds of each answer's median,
//       99th percentile and worst, and the answers that were not 200, one path a line.
//   load write HOST:PORT TOKEN CLIENTS ENTRIES MARKING
//       writes so many entries of a marking into the watch log, from so many clients at once.
//
// It is written in C so that a thousand readers cost the machine little beside the desk that is measured.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_MMSI = 235000000, MOST_SHIPS = 100000, ROUND_SECONDS = 10, LINE = 1 << 16, BINS = 60001, NAME = 16 };

typedef struct { double lat, lon, speed, course; double sent; } ship;
typedef struct {
  int fd, stalled, dropped, open;
  double south, west, north, east;
  size_t used;
  char line[LINE];
  long rows, events, bytes;
  double worst, sum;
} stream;

static ship ships[MOST_SHIPS];
static unsigned long long seed = 1;
static long histogram[BINS];

static double chance(void) {
  seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17;
  return (double)(seed >> 11) / 9007199254740992.0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000.0 + t.tv_nsec / 1e6;
}

static void launch(int count) {
  for (int i = 0; i < count; i++)
    ships[i] = (ship){48.5 + 4 * chance(), -5 + 9 * chance(), 2 + 16 * chance(), 360 * chance(), 0};
}

static void sail(ship *s, double seconds) {
  double metres = s->speed * 0.514444 * seconds, way = s->course * M_PI / 180;
  s->lat += metres * cos(way) / 111120;
  s->lon += metres * sin(way) / (111120 * cos(s->lat * M_PI / 180));
  if (s->lat < 48.5 || s->lat > 52.5 || s->lon < -5 || s->lon > 4) s->course = fmod(s->course + 180, 360);
}

static void put(unsigned char *bits, int at, int width, long value) {
  for (int i = 0; i < width; i++)
    if (value >> (width - 1 - i) & 1) bits[(at + i) / 6] |= 1 << (5 - (at + i) % 6);
}

static int finish(char *line, const unsigned char *bits, int characters) {
  int n = sprintf(line, "!AIVDM,1,1,,A,");
  for (int i = 0; i < characters; i++) line[n++] = bits[i] < 40 ? bits[i] + 48 : bits[i] + 56;
  n += sprintf(line + n, ",0");
  unsigned char sum = 0;
  for (int i = 1; i < n; i++) sum ^= line[i];
  return n + sprintf(line + n, "*%02X\r\n", sum);
}

// A position report (ITU-R M.1371-5, table 48) without a time stamp, so that it is about the moment of its arrival.
static int report(char *line, int index) {
  ship *s = &ships[index];
  unsigned char bits[28] = {0};
  put(bits, 0, 6, 1); put(bits, 8, 30, FIRST_MMSI + index); put(bits, 42, 8, 0);
  put(bits, 50, 10, lround(s->speed * 10)); put(bits, 60, 1, 1);
  put(bits, 61, 28, lround(s->lon * 600000) & 0xFFFFFFF); put(bits, 89, 27, lround(s->lat * 600000) & 0x7FFFFFF);
  put(bits, 116, 12, lround(s->course * 10) % 3600); put(bits, 128, 9, lround(s->course) % 360);
  put(bits, 137, 6, 60);
  return finish(line, bits, 28);
}

// A static report, part A: the name (table 73).
static int name(char *line, int index) {
  char text[21];
  unsigned char bits[28] = {0};
  snprintf(text, sizeof text, "SHIP %d", index);
  put(bits, 0, 6, 24); put(bits, 8, 30, FIRST_MMSI + index); put(bits, 38, 2, 0);
  for (int i = 0; text[i]; i++) put(bits, 40 + 6 * i, 6, text[i] >= 64 ? text[i] - 64 : text[i]);
  return finish(line, bits, 27);
}

static int sea(int count, int rounds) {
  char line[128];
  for (int round = 0; round < rounds; round++)
    for (int i = 0; i < count; i++) {
      if (round) sail(&ships[i], ROUND_SECONDS);
      fwrite(line, 1, report(line, i), stdout);
      if (round % 30 == 0) fwrite(line, 1, name(line, i), stdout);
    }
  return 0;
}

static void open_stream(stream *s, const char *host, int port, const char *token, int index) {
  // Views from a harbour to the whole sea, as watch officers choose them: most small, some large.
  double size = 0.3 * pow(10, chance());
  s->south = 48.5 + (4 - fmin(size, 4)) * chance(); s->west = -5 + (9 - fmin(2 * size, 9)) * chance();
  s->north = s->south + fmin(size, 4); s->east = s->west + fmin(2 * size, 9);
  s->fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, host, &address.sin_addr);
  if (s->stalled) { int small = 4096; setsockopt(s->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small); }
  if (connect(s->fd, (struct sockaddr *)&address, sizeof address)) { perror("load: connect"); exit(1); }
  char request[1024];
  int n = snprintf(request, sizeof request,
    "GET /api/stream?boxes=%.4f,%.4f,%.4f,%.4f HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n",
    s->south, s->west, s->north, s->east, host, port, token);
  if (write(s->fd, request, n) != n) { perror("load: write"); exit(1); }
  fcntl(s->fd, F_SETFL, O_NONBLOCK);
  s->open = 1;
}

// Notes the rows that begin in a part of the stream, each with ["235…, the name of a ship; NAME bytes behind it are there too.
static void note(stream *s, char *text, size_t length, double at) {
  char *end = text + length + 4;
  for (char *p = text; (p = memmem(p, end - p, "[\"235", 5)); p += 5) {
    long index = strtol(p + 2, NULL, 10) - FIRST_MMSI;
    if (index < 0 || index >= MOST_SHIPS || ships[index].sent == 0) continue;
    double behind = at - ships[index].sent;
    s->rows++;
    s->sum += behind;
    if (behind > s->worst) s->worst = behind;
    histogram[behind >= BINS - 1 ? BINS - 1 : (int)behind]++;
  }
}

static void take(stream *s, int measuring) {
  for (;;) {
    ssize_t n = read(s->fd, s->line + s->used, LINE - 64 - s->used);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) { s->open = 0; s->dropped = 1; close(s->fd); return; }
    double at = now();
    s->bytes += n;
    // A name may lie across two reads, so the last bytes are looked at with the next ones.
    size_t length = s->used + n, keep = length < NAME ? length : NAME;
    if (measuring) note(s, s->line, length - keep, at);
    memmove(s->line, s->line + length - keep, keep);
    s->used = keep;
  }
}

static double percentile(double share) {
  long total = 0, seen = 0;
  for (int i = 0; i < BINS; i++) total += histogram[i];
  for (int i = 0; i < BINS; i++) if ((seen += histogram[i]) >= share * total) return i;
  return 0;
}

static int watch(char **arguments) {
  char host[64]; int port;
  if (sscanf(arguments[0], "%63[^:]:%d", host, &port) != 2) return 2;
  const char *token = arguments[1];
  int feed = atoi(arguments[2]), count = atoi(arguments[3]), streams = atoi(arguments[4]);
  double seconds = atof(arguments[5]);
  int stalled = atoi(arguments[6]);
  int udp = socket(AF_INET, SOCK_DGRAM, 0), poll = epoll_create1(0);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(feed)};
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  if (connect(udp, (struct sockaddr *)&to, sizeof to)) { perror("load: feed"); return 1; }
  launch(count);
  stream *all = calloc(streams, sizeof *all);
  double warm = 12000, start = now(), opened = 0, next = 0, end = start + warm + seconds * 1000;
  int measuring = 0, index = 0;
  char line[128];
  while (now() < end) {
    double at = now();
    // Reports spread evenly over the round, in the order of the ships.
    double due = (at - start) / (ROUND_SECONDS * 1000.0) * count;
    while (next < due) {
      ship *s = &ships[index];
      if (next >= count) sail(s, ROUND_SECONDS);
      if (next < count) { int n = name(line, index); if (send(udp, line, n, 0) < 0) perror("load: send"); }
      int n = report(line, index);
      s->sent = now();
      if (send(udp, line, n, 0) < 0) perror("load: send");
      next++;
      index = (index + 1) % count;
    }
    if (at - start > 10500 && opened < streams) {
      for (int i = 0; i < 20 && opened < streams; i++, opened++) {
        stream *s = &all[(int)opened];
        s->stalled = (int)opened < stalled;
        open_stream(s, host, port, token, (int)opened);
        if (!s->stalled) epoll_ctl(poll, EPOLL_CTL_ADD, s->fd, &(struct epoll_event){EPOLLIN, {.ptr = s}});
      }
      if (opened >= streams) { warm = at - start + 3000; end = start + warm + seconds * 1000; }
    }
    if (!measuring && opened >= streams && at > start + warm) measuring = 1;
    struct epoll_event ready[256];
    int n = epoll_wait(poll, ready, 256, 1);
    for (int i = 0; i < n; i++) {
      stream *s = ready[i].data.ptr;
      if (s->open) take(s, measuring);
    }
  }
  long rows = 0, bytes = 0; int lost = 0, silent = 0, cut = 0; double worst = 0;
  for (int i = 0; i < streams; i++) {
    rows += all[i].rows; bytes += all[i].bytes;
    if (all[i].worst > worst) worst = all[i].worst;
    if (all[i].dropped) lost++;
    if (!all[i].stalled && all[i].rows == 0) silent++;
    if (all[i].stalled) {
      // What was sent before the connection was closed still waits; behind it comes the end.
      char rest[65536]; ssize_t got;
      while ((got = read(all[i].fd, rest, sizeof rest)) > 0) {}
      if (got == 0 || errno == ECONNRESET) cut++;
    }
  }
  printf("{\"rows\": %ld, \"bytes\": %ld, \"lost\": %d, \"silent\": %d, \"stalledCut\": %d, \"behindMedian\": %.0f, "
         "\"behind99\": %.0f, \"behindWorst\": %.1f}\n",
         rows, bytes, lost, silent, cut, percentile(0.5), percentile(0.99), worst);
  return 0;
}

typedef struct { int fd; double sent; long left; size_t used; char answer[LINE]; } client;

static int connected(const char *place) {
  char host[64]; int port;
  if (sscanf(place, "%63[^:]:%d", host, &port) != 2) exit(2);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, host, &address.sin_addr);
  if (connect(fd, (struct sockaddr *)&address, sizeof address)) { perror("load: connect"); exit(1); }
  return fd;
}

static void request(client *c, const char *token, const char *path, const char *body) {
  char text[4096];
  int n = body
    ? snprintf(text, sizeof text, "POST %s HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
               "Content-Length: %zu\r\n\r\n%s", path, token, strlen(body), body)
    : snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer %s\r\n\r\n", path, token);
  c->sent = now(); c->used = 0; c->left = -1;
  if (write(c->fd, text, n) != n) { perror("load: write"); exit(1); }
}

// Reads what there is of an answer; its status when it is whole, 0 before. Answers state their length.
static int answered(client *c) {
  if (c->left < 0) {
    ssize_t n = read(c->fd, c->answer + c->used, LINE - 1 - c->used);
    if (n <= 0) { fprintf(stderr, "load: the desk closed a connection\n"); exit(1); }
    c->used += n; c->answer[c->used] = 0;
    char *end = strstr(c->answer, "\r\n\r\n"), *length = strcasestr(c->answer, "\r\ncontent-length:");
    if (!end) return 0;
    if (!length || length > end) { fprintf(stderr, "load: an answer without a length\n"); exit(1); }
    c->left = atol(length + 17) - (long)(c->used - (end + 4 - c->answer));
  } else {
    char rest[LINE];
    ssize_t n = read(c->fd, rest, c->left < LINE ? c->left : LINE);
    if (n <= 0) { fprintf(stderr, "load: the desk closed a connection\n"); exit(1); }
    c->left -= n;
  }
  return c->left == 0 ? atoi(c->answer + 9) : 0;
}

static int ascending(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

// An entry of the watch log.
static void entry(char *body, size_t most, int number, const char *marking) {
  snprintf(body, most, "{\"text\":\"Entry %d of a load: fog bank off the Varne, visibility %d cables\",\"marking\":\"%s\"}",
           number, number % 97, marking);
}

// Has so many requests answered, entries of a marking written when there is one; how many were answered otherwise than expected.
static int round_of(client *all, int clients, int poll, const char *token, const char *path, int requests, const char *writing,
                    double *times) {
  char body[512];
  int asked = 0, done = 0, others = 0;
  for (int i = 0; i < clients && asked < requests; i++, asked++) {
    if (writing) entry(body, sizeof body, asked, writing);
    request(&all[i], token, path, writing ? body : NULL);
  }
  while (done < requests) {
    struct epoll_event ready[64];
    int n = epoll_wait(poll, ready, 64, 30000);
    if (n <= 0) { fprintf(stderr, "load: no answer to %s\n", path); exit(1); }
    for (int i = 0; i < n; i++) {
      client *c = ready[i].data.ptr;
      int status = answered(c);
      if (!status) continue;
      if (status != (writing ? 201 : 200)) others++;
      if (times) times[done] = now() - c->sent;
      done++;
      if (asked < requests) {
        if (writing) entry(body, sizeof body, asked, writing);
        request(c, token, path, writing ? body : NULL);
        asked++;
      }
    }
  }
  return others;
}

static int converse(char **arguments, const char *writing) {
  int clients = atoi(arguments[2]), requests = atoi(arguments[3]), poll = epoll_create1(0);
  client *all = calloc(clients, sizeof *all);
  for (int i = 0; i < clients; i++) {
    all[i].fd = connected(arguments[0]);
    epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &(struct epoll_event){EPOLLIN, {.ptr = &all[i]}});
  }
  if (writing) return round_of(all, clients, poll, arguments[1], "/api/log", requests, writing, NULL) != 0;
  char path[2048];
  double *times = calloc(requests, sizeof *times);
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    int others = round_of(all, clients, poll, arguments[1], path, requests, NULL, times);
    qsort(times, requests, sizeof *times, ascending);
    printf("%.2f %.2f %.2f %d %s\n", times[requests / 2], times[(int)(0.99 * (requests - 1))], times[requests - 1], others, path);
    fflush(stdout);
  }
  return 0;
}

int main(int count, char **arguments) {
  if (count == 5 && !strcmp(arguments[1], "sea")) {
    seed = strtoull(arguments[4], NULL, 10) * 2654435761u + 1;
    launch(atoi(arguments[2]));
    return sea(atoi(arguments[2]), atoi(arguments[3]));
  }
  if (count == 9 && !strcmp(arguments[1], "watch")) return watch(arguments + 2);
  if (count == 6 && !strcmp(arguments[1], "ask")) return converse(arguments + 2, NULL);
  if (count == 7 && !strcmp(arguments[1], "write")) return converse(arguments + 2, arguments[6]);
  fprintf(stderr, "usage: load sea SHIPS ROUNDS SEED\n       load watch HOST:PORT TOKEN FEEDPORT SHIPS STREAMS SECONDS STALLED\n");
  return 2;
}
