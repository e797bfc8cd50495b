/**
 * mod_mime: what the extensions of a file's name say about its type, encoding, language, charset, handler and filters.
 * Directives: TypesConfig, AddType and its relatives, RemoveType and its relatives, DefaultLanguage, MultiviewsMatch.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.http.mime;

import org.jspecify.annotations.NullMarked;
