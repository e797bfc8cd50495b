/**
 * mod_setenvif: variables by what the request is like.
 * Directives: SetEnvIf, SetEnvIfNoCase, SetEnvIfExpr, BrowserMatch, BrowserMatchNoCase.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.metadata.setenvif;

import org.jspecify.annotations.NullMarked;
