/**
 * mod_rewrite: paths are rewritten by rules with conditions and maps, for a server and for directories.
 * Directives: RewriteEngine, RewriteRule, RewriteCond, RewriteBase, RewriteOptions, RewriteMap.
 * Depends on api, conf and modules.text.
 */
@NullMarked
package org.brood.modules.mappers.rewrite;

import org.jspecify.annotations.NullMarked;
