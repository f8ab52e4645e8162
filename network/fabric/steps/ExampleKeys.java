// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/**
 * Makes the example participants' keys, in files that only their owner can read, and writes the
 * founding document with their public keys filled in. Keys that are there are kept.
 *
 * <p>Run by {@code steps/found} as one source file, with the registry's own classes on the class
 * path: a founding document, a directory for the keys, the file to write.
 */
final class ExampleKeys {
  private ExampleKeys() {}

  public static void main(String[] arguments) throws Exception {
    JsonNode example = Codec.readTree(Files.readAllBytes(Path.of(arguments[0])));
    Path directory = Path.of(arguments[1]);
    SecureRandom random = new SecureRandom();
    String founding = new String(Codec.write(example.get("founding")), "UTF-8");
    for (JsonNode each : example.get("participants")) {
      String name = each.get("key").stringValue();
      Path file = directory.resolve(name + ".json");
      if (!Files.exists(file)) {
        ParticipantId owner = new ParticipantId(each.get("id").stringValue());
        KeyFile.plain(owner, name, SigningKey.generate(random), true).write(file);
      }
      String key = new String(Codec.write(KeyFile.read(file).publicKey()), "UTF-8");
      founding = founding.replace("\"{key:" + name + "}\"", key);
    }
    Files.write(Path.of(arguments[2]), founding.getBytes("UTF-8"));
  }
}
