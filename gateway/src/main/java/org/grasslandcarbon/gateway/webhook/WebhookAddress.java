// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Where deliveries are sent, taken apart.
 *
 * @param host a name or an address
 * @param port where it listens
 * @param target path and query, as they stand in a request
 */
record WebhookAddress(String host, int port, String target) {
  /** Longer than any that people use, with room for a token in its query. */
  static final int CHARACTERS_MOST = 500;

  private static final int HTTPS = 443;

  /** What a request may have between its spaces: so that an address is no second line. */
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

  /**
   * The parts of an address.
   *
   * @param ports to which connections are made
   * @throws RequestException {@code WEBHOOK_ADDRESS_REFUSED} when nothing is sent there
   */
  static WebhookAddress of(String text, List<Integer> ports) {
    require(
        text.length() <= CHARACTERS_MOST && VISIBLE.matcher(text).matches(),
        zh("地址为 1 至 %s 个可见 ASCII 字符")
            .en("an address has 1 to %s visible ASCII characters", CHARACTERS_MOST));
    URI uri = parsed(text);
    require("https".equalsIgnoreCase(uri.getScheme()), zh("须为 https").en("only https is used"));
    require(uri.getHost() != null, zh("没有主机名").en("there is no host"));
    require(uri.getRawUserInfo() == null, zh("不得含用户名或口令").en("no user or password"));
    require(uri.getRawFragment() == null, zh("不得含片段").en("no fragment"));
    int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
    require(ports.contains(port), zh("端口只能为 %s").en("the port can only be %s", ports));
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new WebhookAddress(
        uri.getHost(), port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused(zh("不是网址").en("it is no address"));
    }
  }

  private static void require(boolean condition, Detail otherwise) {
    if (!condition) {
      throw refused(otherwise);
    }
  }

  private static RequestException refused(Detail detail) {
    return new RequestException(GatewayCode.WEBHOOK_ADDRESS_REFUSED, detail);
  }

  /** The host without the brackets of an IPv6 address. */
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** As the header {@code Host} has it. */
  String authority() {
    return port == HTTPS ? host : host + ":" + port;
  }
}
