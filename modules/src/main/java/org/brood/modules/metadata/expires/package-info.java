/**
 * mod_expires: how long answers may be kept by caches.
 * Directives: ExpiresActive, ExpiresByType, ExpiresDefault.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.metadata.expires;

import org.jspecify.annotations.NullMarked;
