// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Labels;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import tools.jackson.databind.JsonNode;

/**
 * A public key: a file with a JWK, a key file of ours, of which only the public part is read, or
 * the JWK itself.
 */
record PublicKeyForm() implements Form {

  @Override
  public String label() {
    return "FILE";
  }

  @Override
  public Name accepted() {
    return Labels.form("Jwk");
  }

  @Override
  public JsonNode read(String text, Session session) {
    JsonNode file = DocumentForm.readJson(text, session);
    JsonNode key = file.has("publicKey") ? file.path("publicKey") : file;
    try {
      return Codec.tree(Codec.convert(key, Jwk.class));
    } catch (RegistryException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String write(JsonNode value) {
    return Codec.text(value);
  }

  @Override
  public String shown(String member, JsonNode value) {
    return "my-public-key.jwk";
  }
}
