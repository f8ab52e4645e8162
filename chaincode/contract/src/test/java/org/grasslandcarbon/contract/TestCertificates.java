// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certificate authority for one test, which writes PEM files as operators have them. */
final class TestCertificates {

  /** A certificate and its key, PEM files. */
  record Identity(Path certificate, Path key) {}

  private final Path directory;
  private final X500Name name;
  private final KeyPair keys = keyPair();
  private final Path certificate;

  TestCertificates(Path directory, String name) {
    this.directory = directory;
    this.name = new X500Name("CN=" + name);
    this.certificate = sign(this.name, keys, true, name + ".crt");
  }

  /** The authority's own certificate. */
  Path authority() {
    return certificate;
  }

  /** A certificate for this machine's loopback names, good for both ends of a connection. */
  Identity issue(String subject) {
    KeyPair subjectKeys = keyPair();
    return new Identity(
        sign(new X500Name("CN=" + subject), subjectKeys, false, subject + ".crt"),
        write(subject + ".key", "PRIVATE KEY", subjectKeys.getPrivate().getEncoded()));
  }

  private Path sign(X500Name subject, KeyPair subjectKeys, boolean authority, String file) {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(1, ChronoUnit.HOURS)),
            subject,
            subjectKeys.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      return write(
          file,
          "CERTIFICATE",
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
              .getEncoded());
    } catch (IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private Path write(String file, String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(new PemObject(type, content));
      pem.flush();
      return Files.writeString(directory.resolve(file), text.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
