// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of the contract that Fabric's tools ask for, in the form of Fabric's contract
 * schema. A fixed file, so that every peer answers with the same bytes.
 */
final class ContractMetadata {

  /** The function's name by Fabric's convention. */
  static final String FUNCTION = "org.hyperledger.fabric:GetMetadata";

  private static final String RESOURCE = "metadata.json";

  private ContractMetadata() {}

  static byte[] load() {
    try (InputStream resource = ContractMetadata.class.getResourceAsStream(RESOURCE)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
