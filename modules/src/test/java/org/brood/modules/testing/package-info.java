/**
 * A server small enough for a table of cases: configuration lines, one exchange, the phases that modules hooked into.
 * Everything of it is a plain fake of the api's interfaces.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.testing;

import org.jspecify.annotations.NullMarked;
