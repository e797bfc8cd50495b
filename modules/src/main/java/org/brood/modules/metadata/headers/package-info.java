/**
 * mod_headers: header fields of the request and of the answer, set, added to, edited or taken away.
 * Directives: Header, RequestHeader.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.metadata.headers;

import org.jspecify.annotations.NullMarked;
