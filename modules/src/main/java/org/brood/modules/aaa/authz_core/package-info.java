/**
 * mod_authz_core: which requirements a request must meet, joined by all, any and none.
 * Directives: Require, RequireAll, RequireAny, RequireNone, AuthMerging, AuthzSendForbiddenOnFailure.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.aaa.authz_core;

import org.jspecify.annotations.NullMarked;
