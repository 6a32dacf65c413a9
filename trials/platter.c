/*
 * A disk that keeps what was synced and nothing else: after each fsync of a file below $TRIAL_FOLDER a copy of it is put into $TRIAL_PLATTER. Loaded into
 * the server by LD_PRELOAD; a power cut is then a kill, with the copies put back (trials/power.ts).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void keep(int fd) {
  const char *folder = getenv("TRIAL_FOLDER"), *platter = getenv("TRIAL_PLATTER");
  char name[PATH_MAX], path[PATH_MAX], part[2 * PATH_MAX], kept[2 * PATH_MAX], bytes[65536];
  if (!folder || !platter) return;
  snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0) return;
  const char *base = strrchr(path, '/') + 1;
  snprintf(kept, sizeof kept, "%s/%s", platter, base);
  snprintf(part, sizeof part, "%s/%s.part", platter, base);
  int to = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (to < 0) return;
  /* By the descriptor that is there: a second one, closed, would take SQLite's locks with it. */
  ssize_t got;
  for (off_t at = 0; (got = pread(fd, bytes, sizeof bytes, at)) > 0; at += got)
    if (write(to, bytes, got) != got) abort();
  close(to);
  if (got == 0) rename(part, kept);
}

static int synced(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int failed = real(fd);
  if (!failed) keep(fd);
  return failed;
}

int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
