/**
 * A client that sends exactly the bytes it is told to and keeps exactly the bytes it gets, so that a test can say what a
 * well-behaved library would hide. May depend on nothing but the JDK.
 */
@NullMarked
package org.brood.conformance.client;

import org.jspecify.annotations.NullMarked;
