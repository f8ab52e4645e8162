// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Something that tells whether a file is harmful. */
@FunctionalInterface
interface Scanner {
  /**
   * Looks through a file.
   *
   * @return what was found, in the scanner's words; empty when nothing was
   * @throws IOException when nobody can say: it failed, or took too long
   */
  Optional<String> scan(Path file) throws IOException;
}
