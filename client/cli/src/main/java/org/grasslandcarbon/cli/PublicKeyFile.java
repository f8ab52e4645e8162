// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.nio.file.Path;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;

/** A public key in a file: a JWK, or a key file of ours, of which only the public part is read. */
public final class PublicKeyFile {
  private PublicKeyFile() {}

  /** The public key. */
  public static Jwk read(Session session, Path file) {
    try {
      JsonNode tree = Codec.read(session.read(file), JsonNode.class);
      return Codec.convert(tree.has("publicKey") ? tree.path("publicKey") : tree, Jwk.class);
    } catch (RegistryException e) {
      throw new UsageException(
          file + " 不是 P-256 公钥（JWK）：" + e.getMessage(),
          file + " is not a P-256 public key (JWK): " + e.getMessage());
    }
  }
}
