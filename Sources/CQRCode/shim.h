#ifndef LINKAGE_CQRCODE_SHIM_H
#define LINKAGE_CQRCODE_SHIM_H

#include <qrencode.h>

#endif
