// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.contract.ServerSettings.TlsFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsTest {
  @TempDir Path directory;

  private Path authority;
  private TestCertificates.Identity identity;
  private TestCertificates.Identity other;
  private Path garbage;

  @BeforeEach
  void issueCertificates() throws IOException {
    TestCertificates certificates = new TestCertificates(directory, "authority");
    authority = certificates.authority();
    identity = certificates.issue("chaincode");
    other = certificates.issue("other");
    garbage = Files.writeString(directory.resolve("garbage.pem"), "neither certificate nor key");
  }

  private static void assertRefused(TlsFiles files, String sentence) {
    assertThatThrownBy(() -> MutualTls.forServer(files))
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith(sentence);
  }

  @Test
  void files_that_fit_together_are_taken() {
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key(), authority);

    assertThat(MutualTls.forServer(files).isServer()).isTrue();
  }

  @Test
  void a_certificate_that_is_none_is_refused() {
    assertRefused(
        new TlsFiles(garbage, identity.key(), authority),
        "The file named by CHAINCODE_TLS_CERT holds no PEM certificate: " + garbage + ".");
  }

  @Test
  void an_authority_that_is_none_is_refused() {
    assertRefused(
        new TlsFiles(identity.certificate(), identity.key(), garbage),
        "The file named by CHAINCODE_CLIENT_CA_CERT holds no PEM certificate: " + garbage + ".");
  }

  @Test
  void a_key_that_is_none_is_refused() throws IOException {
    String sentence =
        "The file named by CHAINCODE_TLS_KEY must hold a PKCS #8 key without a password (BEGIN"
            + " PRIVATE KEY) of the certificate's kind: "
            + garbage
            + ".";

    assertRefused(new TlsFiles(identity.certificate(), garbage, authority), sentence);
    Files.writeString(garbage, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertRefused(new TlsFiles(identity.certificate(), garbage, authority), sentence);
  }

  @Test
  void a_key_of_another_certificate_is_refused() {
    assertRefused(
        new TlsFiles(identity.certificate(), other.key(), authority),
        "The key in CHAINCODE_TLS_KEY does not belong to the certificate in CHAINCODE_TLS_CERT.");
  }
}
