// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * TLS that asks the other side for a certificate. The files are read and checked here, one by one,
 * because a wrong one would otherwise show only as a failed handshake in the peer's log.
 */
final class MutualTls {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private MutualTls() {}

  /**
   * The server's side.
   *
   * @throws SettingException that names the file which is not usable
   */
  static SslContext forServer(ServerSettings.TlsFiles files) {
    X509Certificate[] chain = certificates("CHAINCODE_TLS_CERT", files.certificate());
    X509Certificate[] clientCa = certificates("CHAINCODE_CLIENT_CA_CERT", files.clientCa());
    PublicKey publicKey = chain[0].getPublicKey();
    PrivateKey key = privateKey(files.key(), publicKey.getAlgorithm());
    if (!belongTogether(key, publicKey)) {
      throw new SettingException(
          "CHAINCODE_TLS_KEY 中的私钥与 CHAINCODE_TLS_CERT 中的证书不匹配。",
          "The key in CHAINCODE_TLS_KEY does not belong to the certificate in CHAINCODE_TLS_CERT.");
    }
    try {
      return GrpcSslContexts.configure(SslContextBuilder.forServer(key, chain))
          .trustManager(clientCa)
          .clientAuth(ClientAuth.REQUIRE)
          .build();
    } catch (SSLException e) {
      throw new SettingException(
          "TLS 无法使用所给的证书：" + e.getMessage() + "。",
          "TLS cannot use these certificates: " + e.getMessage() + ".");
    }
  }

  private static X509Certificate[] certificates(String setting, Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      X509Certificate[] certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      if (certificates.length > 0) {
        return certificates;
      }
    } catch (IOException | CertificateException e) {
      // Said below, together with a file that holds none.
    }
    throw new SettingException(
        setting + " 指向的文件不含 PEM 证书：" + file + "。",
        "The file named by " + setting + " holds no PEM certificate: " + file + ".");
  }

  private static PrivateKey privateKey(Path file, String algorithm) {
    try {
      Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (pem.find()) {
        byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // Said below; what is wrong with a key is nothing to print.
    }
    throw new SettingException(
        "CHAINCODE_TLS_KEY 指向的文件应含有与证书同类的未加密 PKCS #8 私钥（BEGIN PRIVATE KEY）：" + file + "。",
        "The file named by CHAINCODE_TLS_KEY must hold a PKCS #8 key without a password (BEGIN PRIVATE"
            + " KEY) of the certificate's kind: "
            + file
            + ".");
  }

  private static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
    try {
      byte[] sample = "grassland".getBytes(StandardCharsets.US_ASCII);
      Signature signature =
          Signature.getInstance(
              switch (key.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> key.getAlgorithm();
              });
      signature.initSign(key);
      signature.update(sample);
      byte[] value = signature.sign();
      signature.initVerify(publicKey);
      signature.update(sample);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
