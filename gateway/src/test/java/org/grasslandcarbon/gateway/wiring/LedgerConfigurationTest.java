// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LedgerConfigurationTest {
  @TempDir Path directory;
  private KeyPair keys;
  private X509Certificate certificate;
  private ApplicationContextRunner runner;

  @BeforeEach
  void makeIdentity() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    certificate = selfSigned(keys);
    pem("certificate.pem", "CERTIFICATE", certificate.getEncoded());
    pem("key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
    runner =
        new ApplicationContextRunner()
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withPropertyValues("grassland.data=" + directory.resolve("data"))
            .withUserConfiguration(LedgerConfiguration.class);
  }

  private static X509Certificate selfSigned(KeyPair keys)
      throws OperatorCreationException, GeneralSecurityException {
    X500Name name = new X500Name("CN=gateway");
    Date from = new Date(1_700_000_000_000L);
    Date to = new Date(1_900_000_000_000L);
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, to, name, keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private void pem(String file, String type, byte[] der) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        directory.resolve(file),
        "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
  }

  private ApplicationContextRunner withSettings(String endpoint) {
    return runner.withPropertyValues(
        "grassland.ledger.endpoint=" + endpoint,
        "grassland.ledger.msp-id=BeijingMSP",
        "grassland.ledger.certificate=" + directory.resolve("certificate.pem"),
        "grassland.ledger.private-key=" + directory.resolve("key.pem"));
  }

  @Test
  void settings_alone_make_the_whole_way_to_the_ledger() {
    withSettings("localhost:7051")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(LedgerIdentity.class))
                  .isEqualTo(new LedgerIdentity("BeijingMSP", certificate, keys.getPrivate()));
              assertThat(context.getBean(LedgerSettings.class).channel()).isEqualTo("grassland");
              assertThat(context.getBean(GroupCommitter.class).isRunning()).isTrue();
              assertThat(context).hasSingleBean(LedgerBlocks.class);
            });
  }

  @Test
  void a_channel_and_an_identity_that_are_there_already_need_no_settings() {
    ManagedChannel channel = InProcessChannelBuilder.forName("peer").build();
    LedgerIdentity identity = new LedgerIdentity("EmbeddedMSP", certificate, keys.getPrivate());
    runner
        .withInitializer(
            context -> {
              context.getBeanFactory().registerSingleton("peerChannel", channel);
              context.getBeanFactory().registerSingleton("peerIdentity", identity);
            })
        .run(
            context -> {
              assertThat(context.getBean(ManagedChannel.class)).isSameAs(channel);
              assertThat(context.getBean(LedgerIdentity.class)).isSameAs(identity);
            });
    assertThat(channel.isShutdown()).as("whoever made it ends it").isFalse();
    channel.shutdownNow();
  }

  @Test
  void a_connection_that_leaves_this_machine_unencrypted_is_refused() {
    withSettings("192.0.2.1:7051")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set grassland.ledger.tls-ca"));
  }

  @Test
  void a_missing_setting_is_named() {
    runner
        .withPropertyValues("grassland.ledger.endpoint=localhost:7051")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("grassland.ledger.msp-id"));
  }

  @Test
  void a_file_that_is_no_key_is_named_and_not_quoted() throws Exception {
    Files.writeString(directory.resolve("key.pem"), "secret");
    withSettings("localhost:7051")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("private key")
                    .hasMessageContaining("key.pem")
                    .message()
                    .doesNotContain("secret"));
  }
}
