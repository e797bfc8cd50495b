/**
 * mod_authz_host: requirements about where a request comes from: ip, host, forward-dns, local.
 * It has no directives; Require of mod_authz_core uses it.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.aaa.authz_host;

import org.jspecify.annotations.NullMarked;
