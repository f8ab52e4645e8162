// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KeyFileTest {
  private static final ParticipantId OWNER = new ParticipantId("91110000600037341L");
  private static final char[] PASSPHRASE = "草原 seven horses".toCharArray();

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate(new SecureRandom());

  @Test
  void a_plain_file_gives_back_its_key_and_names() {
    Path file = folder.resolve("keys/owner.json");
    KeyFile.plain(OWNER, "第一把 first", key, true).write(file);

    KeyFile read = KeyFile.read(file);

    assertThat(read.participant()).isEqualTo(OWNER);
    assertThat(read.label()).isEqualTo("第一把 first");
    assertThat(read.isExample()).isTrue();
    assertThat(read.isEncrypted()).isFalse();
    assertThat(read.unlock().secret()).isEqualTo(key.secret());
    assertThat(read.kid()).isEqualTo(key.kid());
  }

  @Test
  void an_encrypted_file_opens_with_its_passphrase_only() throws IOException {
    Path file = folder.resolve("owner.json");
    KeyFile.encrypted(OWNER, "owner", key, PASSPHRASE).write(file);

    assertThat(Files.readString(file)).doesNotContain(key.secret());
    KeyFile read = KeyFile.read(file);
    assertThat(read.publicKey()).isEqualTo(key.jwk());
    assertThat(read.unlock(PASSPHRASE).secret()).isEqualTo(key.secret());
    assertThatThrownBy(() -> read.unlock("another one".toCharArray()))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(read::unlock).isInstanceOf(LocalFileException.class);
  }

  @Test
  void an_encrypted_key_is_a_standard_jwe_that_other_tools_open() throws Exception {
    Path file = folder.resolve("owner.json");
    KeyFile.encrypted(OWNER, "owner", key, PASSPHRASE).write(file);

    JsonNode contents = Codec.readTree(Files.readAllBytes(file));
    JWEObject jwe = JWEObject.parse(contents.path("encryptedPrivateKey").asString());
    assertThat(jwe.getHeader().getAlgorithm().getName()).isEqualTo("PBES2-HS512+A256KW");
    assertThat(jwe.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
    jwe.decrypt(new PasswordBasedDecrypter("草原 seven horses"));
    ECKey jwk = ECKey.parse(jwe.getPayload().toString());
    assertThat(jwk.computeThumbprint().toString()).isEqualTo(key.kid().value());
    assertThat(jwk.getD().toString()).isEqualTo(key.secret());
  }

  @Test
  void a_new_file_is_readable_by_its_owner_only() throws IOException {
    Path file = folder.resolve("owner.json");
    KeyFile.plain(OWNER, "owner", key, false).write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_that_others_can_read_or_write_is_refused() throws IOException {
    Path file = folder.resolve("owner.json");
    KeyFile.plain(OWNER, "owner", key, false).write(file);

    for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> KeyFile.read(file))
          .isInstanceOf(LocalFileException.class)
          .hasMessageContaining("chmod 600");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(KeyFile.read(file).participant()).isEqualTo(OWNER);
  }

  @Test
  void a_file_is_never_replaced() {
    Path file = folder.resolve("owner.json");
    KeyFile.plain(OWNER, "owner", key, false).write(file);
    KeyFile other = KeyFile.plain(OWNER, "other", SigningKey.generate(new SecureRandom()), false);

    assertThatThrownBy(() -> other.write(file))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("not replaced");
    assertThat(KeyFile.read(file).label()).isEqualTo("owner");
  }

  @Test
  void a_damaged_or_mixed_up_file_is_refused_in_a_sentence() throws IOException {
    Path file = folder.resolve("owner.json");
    KeyFile.plain(OWNER, "owner", key, false).write(file);
    String whole = Files.readString(file);
    String otherSecret = SigningKey.generate(new SecureRandom()).secret();

    Files.writeString(file, whole.substring(0, whole.length() / 2));
    assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(LocalFileException.class);
    Files.writeString(file, whole.replace("grassland-key/1", "grassland-key/9"));
    assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(LocalFileException.class);
    Files.writeString(file, whole.replace(key.secret(), otherSecret));
    assertThatThrownBy(() -> KeyFile.read(file).unlock())
        .isInstanceOf(LocalFileException.class)
        .hasMessageNotContaining(otherSecret);
    Files.writeString(file, whole.replace(key.secret(), "AAAA"));
    assertThatThrownBy(() -> KeyFile.read(file).unlock()).isInstanceOf(LocalFileException.class);
    assertThatThrownBy(() -> KeyFile.read(folder.resolve("missing.json")))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("missing.json");
  }

  @Test
  void a_short_passphrase_is_refused() {
    assertThatThrownBy(() -> KeyFile.encrypted(OWNER, "owner", key, "short".toCharArray()))
        .isInstanceOf(LocalFileException.class);
  }

  @Test
  void no_text_form_shows_the_private_number() {
    KeyFile file = KeyFile.plain(OWNER, "owner", key, false);

    assertThat(file.toString()).doesNotContain(key.secret());
    assertThat(key.toString()).doesNotContain(key.secret());
  }
}
