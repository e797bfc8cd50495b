/**
 * Words and escapes that several modules need: URL and HTML escapes, substitutions, times, conditions.
 * No module's behaviour stands here, and nothing here knows a module.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.text;

import org.jspecify.annotations.NullMarked;
