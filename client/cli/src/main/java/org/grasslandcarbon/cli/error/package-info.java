// SPDX-License-Identifier: Apache-2.0
/** {@code grassland errors}: what a code means, without a gateway. */
package org.grasslandcarbon.cli.error;
