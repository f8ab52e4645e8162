// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * The keys of the example registry's participants: made at random for each new data directory, kept
 * in files that only their owner can read and that say they are examples. They are the only private
 * keys of participants that the product ever writes down unencrypted, and the gateway reads none.
 */
final class ExampleKeys {
  private final Map<String, KeyFile> files = new LinkedHashMap<>();

  /** Unlocked once each: there are some forty instructions to a key. */
  private final Map<String, SigningKey> unlocked = new LinkedHashMap<>();

  private ExampleKeys() {}

  /**
   * Reads the participants' key files from a directory.
   *
   * @param mayMake whether missing ones are made: not when a ledger knows those that there were
   * @throws DataException when one is missing and may not be made
   */
  static ExampleKeys in(Path directory, Map<String, ParticipantId> participants, boolean mayMake) {
    ExampleKeys keys = new ExampleKeys();
    SecureRandom random = new SecureRandom();
    participants.forEach(
        (name, id) -> {
          Path file = directory.resolve(name + ".json");
          if (!Files.exists(file)) {
            mustMake(mayMake, file);
            KeyFile.plain(id, name, SigningKey.generate(random), true).write(file);
          }
          KeyFile read = KeyFile.read(file);
          keys.files.put(name, read);
          keys.unlocked.put(name, read.unlock());
        });
    return keys;
  }

  private static void mustMake(boolean mayMake, Path file) {
    if (!mayMake) {
      Path data = file.getParent().getParent();
      throw new DataException(
          "示例登记簿尚未加载完，而密钥 "
              + file
              + " 已不存在；请恢复它，或删除 "
              + data
              + " 中的 ledger 与 example-keys 后重新启动（其中只有未加载完的示例）。",
          "The example registry is not loaded completely, and the key "
              + file
              + " is gone: restore it, or delete ledger and example-keys in "
              + data
              + " and start again; there is nothing in them but the unfinished example.");
    }
  }

  /** The public keys by short name. */
  Map<String, Jwk> publicKeys() {
    Map<String, Jwk> keys = new LinkedHashMap<>();
    files.forEach((name, file) -> keys.put(name, file.publicKey()));
    return keys;
  }

  /** What signs for a participant, with {@code notAfter} counted from a clock. */
  InstructionSigner signer(String name, Clock clock) {
    KeyFile file = files.get(name);
    if (file == null) {
      throw new IllegalStateException("the example registry has no participant " + name);
    }
    return file.signer(unlocked.get(name), clock);
  }
}
