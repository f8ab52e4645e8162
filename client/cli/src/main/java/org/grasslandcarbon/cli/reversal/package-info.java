// SPDX-License-Identifier: Apache-2.0
/** {@code grassland reversal}: losses of credited carbon and the buffer. */
package org.grasslandcarbon.cli.reversal;
