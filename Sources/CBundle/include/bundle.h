// The files that the binary carries, by their path in the repository.
#ifndef LINKAGE_BUNDLE_H
#define LINKAGE_BUNDLE_H

struct bundled_file {
  const char *path;
  const unsigned char *bytes;
  unsigned long size;
};

unsigned long bundled_file_count(void);

/// The file at a position below the count.
const struct bundled_file *bundled_file_at(unsigned long position);

#endif
