// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** No gateway could be reached, and none can have taken what was to be sent. */
public final class GatewayUnreachable extends ClientException {
  private static final long serialVersionUID = 1L;

  GatewayUnreachable(List<URI> gateways, Throwable cause) {
    super(
        "无法连接网关 " + names(gateways) + "；请检查地址（--gateway）以及网关是否已启动。",
        "Cannot reach the gateway "
            + names(gateways)
            + ": check the address (--gateway) and that the gateway is running.",
        cause);
  }

  private static String names(List<URI> gateways) {
    return gateways.stream().map(URI::toString).collect(Collectors.joining(", "));
  }
}
