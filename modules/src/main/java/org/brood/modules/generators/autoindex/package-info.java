/**
 * mod_autoindex: a page that lists a directory.
 * Directives: IndexOptions, IndexOrderDefault, IndexIgnore, AddIcon, AddAlt, AddDescription and their relatives, HeaderName, ReadmeName ...
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.generators.autoindex;

import org.jspecify.annotations.NullMarked;
