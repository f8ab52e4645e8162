// SPDX-License-Identifier: Apache-2.0
/** {@code grassland export}: the public registry in the columns of other people's data. */
package org.grasslandcarbon.cli.export;
