#ifndef LINKAGE_CJPEG_SHIM_H
#define LINKAGE_CJPEG_SHIM_H

#include <stdio.h>
#include <jpeglib.h>

// The library's calls are macros and its settings a structure of pointers into itself, which Swift
// may move: one function does the whole of it. The library's own handling of errors, which ends the
// process, is left as it is: what is written has a fixed shape, so only a lack of memory gets there.

/// Writes a square of `width` pixels, three bytes (red, green, blue) each, with a comment.
/// `*bytes` is to be freed by the caller; returns how many they are.
static inline unsigned long cjpeg_write(
    const unsigned char *pixels, unsigned width, int quality, const unsigned char *comment,
    unsigned comment_length, unsigned char **bytes) {
  struct jpeg_compress_struct writer;
  struct jpeg_error_mgr errors;
  unsigned long count = 0;
  *bytes = NULL;
  writer.err = jpeg_std_error(&errors);
  jpeg_create_compress(&writer);
  jpeg_mem_dest(&writer, bytes, &count);
  writer.image_width = width;
  writer.image_height = width;
  writer.input_components = 3;
  writer.in_color_space = JCS_RGB;
  jpeg_set_defaults(&writer);
  jpeg_set_quality(&writer, quality, TRUE);
  jpeg_start_compress(&writer, TRUE);
  jpeg_write_marker(&writer, JPEG_COM, comment, comment_length);
  while (writer.next_scanline < width) {
    JSAMPROW row = (JSAMPROW)(pixels + (size_t)writer.next_scanline * width * 3);
    jpeg_write_scanlines(&writer, &row, 1);
  }
  jpeg_finish_compress(&writer);
  jpeg_destroy_compress(&writer);
  return count;
}

#endif
