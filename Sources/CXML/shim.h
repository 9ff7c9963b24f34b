#ifndef LINKAGE_CXML_SHIM_H
#define LINKAGE_CXML_SHIM_H

// The library's own headers name ICU's where it was built with it; Foundation has another ICU, and
// a module that saw both would not compile. Only the end of a struct that is never looked into
// depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *cxml_error;
#else
typedef xmlError *cxml_error;
#endif

static inline void cxml_ignore_error(void *user, cxml_error error) {}

static inline void cxml_ignore_words(void *user, const char *words, ...) {}

// The library writes errors to standard error where nobody takes them; both belong to the thread.
static inline void cxml_be_quiet(void) {
  xmlSetGenericErrorFunc(NULL, cxml_ignore_words);
  xmlSetStructuredErrorFunc(NULL, cxml_ignore_error);
}

// Declarations of a document are neither kept nor followed: nothing expands, nothing is fetched.
static inline void cxml_forget_declarations(xmlParserCtxt *parser) {
  parser->sax->entityDecl = NULL;
  parser->sax->externalSubset = NULL;
  parser->sax->resolveEntity = NULL;
}

#endif
