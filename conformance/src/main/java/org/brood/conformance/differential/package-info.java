/**
 * Sends the same requests to two servers with the same configuration and says where their answers differ.
 * The requests are plain files under conformance/cases. May depend on the server and client packages.
 */
@NullMarked
package org.brood.conformance.differential;

import org.jspecify.annotations.NullMarked;
