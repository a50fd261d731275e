#ifndef CHARTGATE_CLIBXML2_H
#define CHARTGATE_CLIBXML2_H
// The parts of libxml2 that Chartgate uses and no more: DOM parse, schema check, XPath, C14N, output.
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers clash with Foundation's own copy as soon as one target
// sees both. They only add fields at the end of a struct that we never touch.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlsave.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#endif
