// SPDX-License-Identifier: Apache-2.0
/** {@code grassland webhook}: what happens, sent to an address of one's own; and verifying it. */
package org.grasslandcarbon.cli.webhook;
