#ifndef LINKAGE_CZLIB_SHIM_H
#define LINKAGE_CZLIB_SHIM_H

#include <zlib.h>

#endif
