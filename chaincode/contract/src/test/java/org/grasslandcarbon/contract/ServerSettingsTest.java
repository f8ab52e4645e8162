// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void everySettingIsRight() throws IOException {
    environment.put("CHAINCODE_ID", "grassland:0123abcd");
    environment.put("CHAINCODE_SERVER_ADDRESS", "0.0.0.0:9999");
    environment.put("CHAINCODE_TLS_CERT", file("server.crt"));
    environment.put("CHAINCODE_TLS_KEY", file("server.key"));
    environment.put("CHAINCODE_CLIENT_CA_CERT", file("ca.crt"));
    environment.put("GRASSLAND_FOUNDING_MSP_IDS", "BeijingMSP, TianjinMSP");
  }

  private String file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), "content").toString();
  }

  private void assertRefused(String chineseAndEnglish) {
    assertThatThrownBy(() -> ServerSettings.from(environment))
        .isInstanceOf(SettingException.class)
        .hasMessage(chineseAndEnglish);
  }

  @Test
  void complete_settings_are_read() {
    ServerSettings settings = ServerSettings.from(environment);

    assertThat(settings.packageId()).isEqualTo("grassland:0123abcd");
    assertThat(settings.address().getPort()).isEqualTo(9999);
    assertThat(settings.address().getAddress().isAnyLocalAddress()).isTrue();
    assertThat(settings.tls())
        .contains(
            new ServerSettings.TlsFiles(
                directory.resolve("server.crt"),
                directory.resolve("server.key"),
                directory.resolve("ca.crt")));
    assertThat(settings.foundingOrganisations()).containsExactly("BeijingMSP", "TianjinMSP");
    assertThat(settings.clockTolerance()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "60", "300"})
  void clocks_may_be_apart_as_far_as_is_set(String seconds) {
    environment.put("GRASSLAND_CLOCK_TOLERANCE_SECONDS", seconds);
    assertThat(ServerSettings.from(environment).clockTolerance())
        .isEqualTo(Duration.ofSeconds(Long.parseLong(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "301", "-60", "1.5", "１０", "a minute", "99999999999"})
  void a_tolerance_that_is_none_is_refused(String seconds) {
    environment.put("GRASSLAND_CLOCK_TOLERANCE_SECONDS", seconds);
    assertRefused(
        "GRASSLAND_CLOCK_TOLERANCE_SECONDS 应为 5 至 300 之间的整数（秒）。"
            + " GRASSLAND_CLOCK_TOLERANCE_SECONDS must be a whole number of seconds from 5 to 300.");
  }

  @Test
  void the_package_id_may_come_under_the_name_that_fabrics_launchers_use() {
    environment.remove("CHAINCODE_ID");
    environment.put("CORE_CHAINCODE_ID_NAME", "grassland:4567");

    assertThat(ServerSettings.from(environment).packageId()).isEqualTo("grassland:4567");
  }

  @Test
  void a_missing_package_id_is_refused() {
    environment.put("CHAINCODE_ID", " ");

    assertRefused(
        "请将 CHAINCODE_ID 设为已安装的链码包标识（label:hash）。"
            + " Set CHAINCODE_ID to the id of the installed package (label:hash).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHAINCODE_SERVER_ADDRESS",
        "CHAINCODE_TLS_CERT",
        "CHAINCODE_TLS_KEY",
        "CHAINCODE_CLIENT_CA_CERT",
        "GRASSLAND_FOUNDING_MSP_IDS"
      })
  void every_other_setting_is_needed_too(String name) {
    environment.remove(name);

    assertRefused("缺少环境变量 " + name + "。 Set " + name + ": it is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", "host:", "host:port", "::1:9999", "host:65536", "host:123456"})
  void an_address_that_is_not_host_and_port_is_refused(String address) {
    environment.put("CHAINCODE_SERVER_ADDRESS", address);

    assertRefused(
        "CHAINCODE_SERVER_ADDRESS 应为 主机:端口，例如 0.0.0.0:9999。"
            + " CHAINCODE_SERVER_ADDRESS must be host:port, for example 0.0.0.0:9999.");
  }

  @ParameterizedTest
  @ValueSource(strings = {":9999", "0.0.0.0:9999", "[::1]:9999", "localhost:9999"})
  void an_address_may_be_a_name_a_number_or_left_out(String address) {
    environment.put("CHAINCODE_SERVER_ADDRESS", address);

    assertThat(ServerSettings.from(environment).address().getPort()).isEqualTo(9999);
  }

  @Test
  void a_host_that_is_not_known_is_refused() {
    environment.put("CHAINCODE_SERVER_ADDRESS", "no-such-host.invalid:9999");

    assertRefused(
        "CHAINCODE_SERVER_ADDRESS 中的主机名无法解析：no-such-host.invalid。"
            + " The host in CHAINCODE_SERVER_ADDRESS is not known: no-such-host.invalid.");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    Path absent = directory.resolve("absent.key");
    environment.put("CHAINCODE_TLS_KEY", absent.toString());

    assertRefused(
        "CHAINCODE_TLS_KEY 指向的文件不存在或不可读："
            + absent
            + "。 The file named by CHAINCODE_TLS_KEY does not exist or is not readable: "
            + absent
            + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9999", "localhost:9999", "[::1]:9999"})
  void plaintext_is_possible_on_a_loopback_address(String address) {
    environment.put("CHAINCODE_TLS_DISABLED", "true");
    environment.put("CHAINCODE_SERVER_ADDRESS", address);

    assertThat(ServerSettings.from(environment).tls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:9999", ":9999", "192.0.2.1:9999"})
  void plaintext_on_any_other_address_is_refused(String address) {
    environment.put("CHAINCODE_TLS_DISABLED", "true");
    environment.put("CHAINCODE_SERVER_ADDRESS", address);

    assertThatThrownBy(() -> ServerSettings.from(environment))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("CHAINCODE_TLS_DISABLED=true is for a loopback address only");
  }

  @Test
  void tls_is_neither_on_nor_off_by_a_slip_of_the_pen() {
    environment.put("CHAINCODE_TLS_DISABLED", "yes");

    assertRefused(
        "CHAINCODE_TLS_DISABLED 只能为 true 或 false。"
            + " CHAINCODE_TLS_DISABLED must be true or false.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BeijingMSP,", "BeijingMSP,,TianjinMSP", "BeijingMSP,BeijingMSP"})
  void founding_organisations_are_names_and_different(String names) {
    environment.put("GRASSLAND_FOUNDING_MSP_IDS", names);

    assertThatThrownBy(() -> ServerSettings.from(environment))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("must be different MSP ids separated by commas");
  }
}
