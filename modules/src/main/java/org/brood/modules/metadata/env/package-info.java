/**
 * mod_env: variables for scripts and conditions that are the same for every request.
 * Directives: SetEnv, UnsetEnv, PassEnv.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.metadata.env;

import org.jspecify.annotations.NullMarked;
