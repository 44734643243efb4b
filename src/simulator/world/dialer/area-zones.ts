/**
 * Area codes of Canada and the United States by time zone. A code whose area lies in two zones stands with the one
 * where most of its people live; whoever knows better says so in the manifest.
 */
const codesByZone: Readonly<Record<string, string>> = {
  'America/St_Johns': '709 879',
  'America/Halifax': '902 782 506 428',
  'America/Toronto':
    '416 647 437 942 905 289 365 742 519 226 548 382 613 343 753 705 249 683 807 514 438 263 450 579 354 418 581 367 819 873 468',
  'America/Winnipeg': '204 431 584',
  'America/Regina': '306 639 474',
  'America/Edmonton': '403 587 780 825 368',
  'America/Vancouver': '604 778 236 672 257 250',
  'America/Whitehorse': '867',
  'America/New_York':
    '201 202 203 207 212 215 216 220 223 227 229 234 239 240 248 252 260 267 272 276 301 302 304 305 313 315 317 321 326 327 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 423 434 436 440 443 445 448 463 470 472 475 478 484 502 508 513 516 517 518 540 551 557 561 567 570 571 574 582 585 586 603 606 607 609 610 614 616 617 624 631 640 645 646 656 659 667 678 680 681 686 689 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 765 770 771 772 774 781 786 802 803 804 810 813 814 821 826 828 835 838 839 843 845 848 850 854 856 857 859 860 861 862 863 864 865 878 904 906 908 910 912 914 917 919 929 930 934 937 941 943 947 948 954 959 973 978 980 983 984 989',
  'America/Chicago':
    '205 210 214 217 218 219 224 225 228 231 251 254 256 262 269 270 274 281 308 309 312 314 316 318 319 320 324 325 331 334 337 346 353 361 402 405 409 414 417 430 432 447 464 469 479 501 504 507 512 515 530 531 534 539 557 563 573 580 601 605 608 612 615 618 620 629 630 636 641 651 660 662 664 682 701 708 712 713 715 726 730 731 737 763 769 773 775 779 785 806 812 815 816 817 830 832 847 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972 975 979 985',
  'America/Denver': '208 303 307 385 406 435 505 575 719 720 801 915 970 983 986',
  'America/Phoenix': '480 520 602 623 928',
  'America/Los_Angeles':
    '206 209 213 253 279 310 323 341 350 360 408 415 424 425 442 458 503 509 510 541 559 562 564 619 626 628 650 657 661 669 702 707 714 725 747 760 775 805 818 820 831 840 858 909 916 925 949 951 971',
  'America/Anchorage': '907',
  'Pacific/Honolulu': '808',
  'America/Puerto_Rico': '787 939',
};

const zoneByCode = new Map<string, string>();
for (const [zone, codes] of Object.entries(codesByZone)) {
  for (const code of codes.split(' ')) if (!zoneByCode.has(code)) zoneByCode.set(code, zone);
}

/** The time zone of a number of the North American plan, by its area code; undefined for any other number. */
export function zoneOfPhone(packed: number): string | undefined {
  const digits = String(packed);
  return digits.length === 11 && digits.startsWith('1') ? zoneByCode.get(digits.slice(1, 4)) : undefined;
}
