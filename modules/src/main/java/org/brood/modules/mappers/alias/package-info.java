/**
 * mod_alias: paths that lie elsewhere, and paths that moved.
 * Directives: Alias, AliasMatch, ScriptAlias, ScriptAliasMatch, Redirect and its relatives, RedirectRelative, AliasPreservePath.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.mappers.alias;

import org.jspecify.annotations.NullMarked;
