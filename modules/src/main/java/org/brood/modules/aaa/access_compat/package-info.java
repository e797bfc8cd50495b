/**
 * mod_access_compat: the access rules of httpd 2.2 by where a request comes from.
 * Directives: Order, Allow, Deny, Satisfy.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.aaa.access_compat;

import org.jspecify.annotations.NullMarked;
