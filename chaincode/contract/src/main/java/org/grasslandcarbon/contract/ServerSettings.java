// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server is told by its environment, in the variables that Fabric uses for chaincode as a
 * service.
 *
 * @param packageId {@code CHAINCODE_ID}, or {@code CORE_CHAINCODE_ID_NAME}
 * @param address {@code CHAINCODE_SERVER_ADDRESS}, {@code host:port}; without a host, every address
 *     of the machine
 * @param tls {@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY}, {@code
 *     CHAINCODE_CLIENT_CA_CERT}; empty when {@code CHAINCODE_TLS_DISABLED} is {@code true}
 * @param clockTolerance {@code GRASSLAND_CLOCK_TOLERANCE_SECONDS}, how far a transaction's
 *     timestamp may be from this node's clock; where it is missing, {@link
 *     GrasslandChaincode#CLOCK_TOLERANCE}
 * @param foundingOrganisations {@code GRASSLAND_FOUNDING_MSP_IDS}, separated by commas; must be the
 *     same on every peer, or they disagree about the founding and no endorsement comes together
 */
record ServerSettings(
    String packageId,
    InetSocketAddress address,
    Optional<TlsFiles> tls,
    Duration clockTolerance,
    Set<String> foundingOrganisations) {

  /**
   * The files of mutual TLS, all PEM.
   *
   * @param certificate the chaincode's certificate with its chain
   * @param key its private key, PKCS #8, not encrypted
   * @param clientCa the certificate authorities whose certificates peers may come with
   */
  record TlsFiles(Path certificate, Path key, Path clientCa) {}

  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[(?<v6>[^]]+)]|(?<host>[^:]*)):(?<port>\\d{1,5})");
  private static final int MAX_PORT = 65_535;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

  /** What well-kept clocks, and the way of a transaction, may take. */
  private static final int TOLERANCE_LEAST = 5;

  /** Who ends what others may still do waits twice as long (see LastInstant in the domain). */
  private static final int TOLERANCE_MOST = 300;

  /**
   * Reads the settings.
   *
   * @param environment the process's environment
   * @throws SettingException at the first setting that is missing or wrong
   */
  static ServerSettings from(Map<String, String> environment) {
    String packageId =
        value(environment, "CHAINCODE_ID")
            .or(() -> value(environment, "CORE_CHAINCODE_ID_NAME"))
            .orElseThrow(
                () ->
                    new SettingException(
                        "请将 CHAINCODE_ID 设为已安装的链码包标识（label:hash）。",
                        "Set CHAINCODE_ID to the id of the installed package (label:hash)."));
    InetSocketAddress address = address(required(environment, "CHAINCODE_SERVER_ADDRESS"));
    Optional<TlsFiles> tls =
        plaintext(environment) ? Optional.empty() : Optional.of(tlsFiles(environment));
    if (tls.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new SettingException(
          "CHAINCODE_TLS_DISABLED=true 只允许用于本机回环地址；请将 CHAINCODE_SERVER_ADDRESS 设为 127.0.0.1:端口，或配置 TLS。",
          "CHAINCODE_TLS_DISABLED=true is for a loopback address only: set CHAINCODE_SERVER_ADDRESS"
              + " to 127.0.0.1:port, or configure TLS.");
    }
    return new ServerSettings(
        packageId, address, tls, clockTolerance(environment), foundingOrganisations(environment));
  }

  private static Duration clockTolerance(Map<String, String> environment) {
    Optional<String> text = value(environment, "GRASSLAND_CLOCK_TOLERANCE_SECONDS");
    if (text.isEmpty()) {
      return GrasslandChaincode.CLOCK_TOLERANCE;
    }
    int seconds = text.filter(SECONDS.asMatchPredicate()).map(Integer::parseInt).orElse(0);
    if (seconds < TOLERANCE_LEAST || seconds > TOLERANCE_MOST) {
      throw new SettingException(
          "GRASSLAND_CLOCK_TOLERANCE_SECONDS 应为 "
              + TOLERANCE_LEAST
              + " 至 "
              + TOLERANCE_MOST
              + " 之间的整数（秒）。",
          "GRASSLAND_CLOCK_TOLERANCE_SECONDS must be a whole number of seconds from "
              + TOLERANCE_LEAST
              + " to "
              + TOLERANCE_MOST
              + ".");
    }
    return Duration.ofSeconds(seconds);
  }

  private static Set<String> foundingOrganisations(Map<String, String> environment) {
    String[] names = required(environment, "GRASSLAND_FOUNDING_MSP_IDS").split(",", -1);
    Set<String> organisations = new TreeSet<>();
    for (String name : names) {
      organisations.add(name.strip());
    }
    if (organisations.contains("") || organisations.size() < names.length) {
      throw new SettingException(
          "GRASSLAND_FOUNDING_MSP_IDS 应为以逗号分隔、互不相同的 MSP 标识，例如 BeijingMSP,TianjinMSP。",
          "GRASSLAND_FOUNDING_MSP_IDS must be different MSP ids separated by commas, for example"
              + " BeijingMSP,TianjinMSP.");
    }
    return organisations;
  }

  private static boolean plaintext(Map<String, String> environment) {
    String value = value(environment, "CHAINCODE_TLS_DISABLED").orElse("false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new SettingException(
              "CHAINCODE_TLS_DISABLED 只能为 true 或 false。",
              "CHAINCODE_TLS_DISABLED must be true or false.");
    };
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = ADDRESS.matcher(text);
    int port = parts.matches() ? Integer.parseInt(parts.group("port")) : MAX_PORT + 1;
    if (port > MAX_PORT) {
      throw new SettingException(
          "CHAINCODE_SERVER_ADDRESS 应为 主机:端口，例如 0.0.0.0:9999。",
          "CHAINCODE_SERVER_ADDRESS must be host:port, for example 0.0.0.0:9999.");
    }
    String host = Optional.ofNullable(parts.group("v6")).orElse(parts.group("host"));
    try {
      return host.isEmpty()
          ? new InetSocketAddress(port)
          : new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new SettingException(
          "CHAINCODE_SERVER_ADDRESS 中的主机名无法解析：" + host + "。",
          "The host in CHAINCODE_SERVER_ADDRESS is not known: " + host + ".");
    }
  }

  private static TlsFiles tlsFiles(Map<String, String> environment) {
    return new TlsFiles(
        file(environment, "CHAINCODE_TLS_CERT"),
        file(environment, "CHAINCODE_TLS_KEY"),
        file(environment, "CHAINCODE_CLIENT_CA_CERT"));
  }

  private static Path file(Map<String, String> environment, String name) {
    Path file = Path.of(required(environment, name));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new SettingException(
          name + " 指向的文件不存在或不可读：" + file + "。",
          "The file named by " + name + " does not exist or is not readable: " + file + ".");
    }
    return file;
  }

  private static String required(Map<String, String> environment, String name) {
    return value(environment, name)
        .orElseThrow(
            () -> new SettingException("缺少环境变量 " + name + "。", "Set " + name + ": it is missing."));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }
}
