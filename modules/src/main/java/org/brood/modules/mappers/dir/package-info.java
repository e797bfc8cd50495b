/**
 * mod_dir: what a request for a directory means: the redirect to its name with a slash, its index file, a fallback.
 * Directives: DirectoryIndex, DirectorySlash, DirectoryIndexRedirect, DirectoryCheckHandler, FallbackResource.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.mappers.dir;

import org.jspecify.annotations.NullMarked;
