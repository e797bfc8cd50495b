/**
 * mod_deflate: answers are compressed with gzip for clients that can read them.
 * Directives: DeflateCompressionLevel, DeflateBufferSize, DeflateAlterETag, DeflateFilterNote, DeflateMemLevel, DeflateWindowSize.
 * Depends on api, conf and {@code java.util.zip}.
 */
@NullMarked
package org.brood.modules.filters.deflate;

import org.jspecify.annotations.NullMarked;
