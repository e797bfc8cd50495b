/**
 * The rules of the architecture that the compiler cannot check, over the classes of the whole product.
 * Depends on nothing of the product: it looks at its class files.
 */
@NullMarked
package org.brood.launcher.rules;

import org.jspecify.annotations.NullMarked;
