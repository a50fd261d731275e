#ifndef CHARTGATE_CZLIB_H
#define CHARTGATE_CZLIB_H
#include <zlib.h>
#endif
