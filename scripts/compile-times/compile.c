/* A program that is mostly libraries, so that compiling it takes a while. */
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_TRUETYPE_IMPLEMENTATION
#define STB_DS_IMPLEMENTATION
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#include <stb/stb_image_resize.h>
#include <stb/stb_truetype.h>
#include <stb/stb_ds.h>
#include <stb/stb_vorbis.h>

int main(int count, char **names) {
  int width, height, channels;
  return count < 2 || !stbi_load(names[1], &width, &height, &channels, 0);
}
